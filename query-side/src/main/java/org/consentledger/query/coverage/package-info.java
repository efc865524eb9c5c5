/** How far has this edition come: whom does it bind, who was asked and refused, who has yet to accept it? */
@NullMarked
package org.consentledger.query.coverage;

import org.jspecify.annotations.NullMarked;
