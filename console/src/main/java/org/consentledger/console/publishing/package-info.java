/** What will the next edition say, what does it change for whom, and who publishes it? */
@NullMarked
package org.consentledger.console.publishing;

import org.jspecify.annotations.NullMarked;
