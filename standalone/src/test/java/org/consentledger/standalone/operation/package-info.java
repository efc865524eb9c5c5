/** What operators are given with the product holds: alerts, figures, the compose file, the drill of a restore. */
@NullMarked
package org.consentledger.standalone.operation;

import org.jspecify.annotations.NullMarked;
