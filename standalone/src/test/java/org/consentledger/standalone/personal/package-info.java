/** What could name a person, in the product as a whole. */
@NullMarked
package org.consentledger.standalone.personal;

import org.jspecify.annotations.NullMarked;
