/** Where a customer's request about his own data stands, and until when it is to be answered. */
@NullMarked
package org.consentledger.requests;

import org.jspecify.annotations.NullMarked;
