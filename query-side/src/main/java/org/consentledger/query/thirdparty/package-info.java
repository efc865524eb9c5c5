/** To whom were this customer's data provided, which items, under which consent, and until when is that kept? */
@NullMarked
package org.consentledger.query.thirdparty;

import org.jspecify.annotations.NullMarked;
