/** What has a customer asked about his own data, what is to be done by when, to whom were they provided, may they be erased? */
@NullMarked
package org.consentledger.console.privacy;

import org.jspecify.annotations.NullMarked;
