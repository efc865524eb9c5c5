/** What is a court given about this customer, these terms and that time, and how does it check it without us? */
@NullMarked
package org.consentledger.query.dossier;

import org.jspecify.annotations.NullMarked;
