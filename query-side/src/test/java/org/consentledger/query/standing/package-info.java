/** Questions about standing. */
@NullMarked
package org.consentledger.query.standing;

import org.jspecify.annotations.NullMarked;
