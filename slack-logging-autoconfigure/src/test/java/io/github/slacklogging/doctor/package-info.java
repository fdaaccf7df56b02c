@NullMarked
package io.github.slacklogging.doctor;

import org.jspecify.annotations.NullMarked;
