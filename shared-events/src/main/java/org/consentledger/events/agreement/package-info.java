/** What customers accepted, refused and decided. */
@NullMarked
package org.consentledger.events.agreement;

import org.jspecify.annotations.NullMarked;
