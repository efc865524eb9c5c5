/** The pages that a customer sees who signs up: terms first, choices apart, a receipt in the end. A sample to build on. */
@NullMarked
package org.consentledger.console.signup;

import org.jspecify.annotations.NullMarked;
