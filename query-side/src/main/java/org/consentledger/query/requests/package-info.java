/** What has this customer asked about his own data, where does each request stand, and until when is it to be answered? */
@NullMarked
package org.consentledger.query.requests;

import org.jspecify.annotations.NullMarked;
