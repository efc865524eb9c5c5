/** What is held about this customer (開示), now that the disclosure was granted? */
@NullMarked
package org.consentledger.query.disclosure;

import org.jspecify.annotations.NullMarked;
