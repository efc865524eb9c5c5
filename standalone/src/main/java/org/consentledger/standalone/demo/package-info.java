/** The real change of terms that {@code --demo} loads, through the same API as everybody else. */
@NullMarked
package org.consentledger.standalone.demo;

import org.jspecify.annotations.NullMarked;
