package com.example.demo;

/**
 * Stands for the class of the page that tells how to start, for pages that use it.
 */
class OrderController {

	String ship(String id) {
		return id;
	}

}
