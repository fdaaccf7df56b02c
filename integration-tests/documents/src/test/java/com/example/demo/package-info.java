/**
 * The reader's own application.
 */
@NullMarked
package com.example.demo;

import org.jspecify.annotations.NullMarked;
