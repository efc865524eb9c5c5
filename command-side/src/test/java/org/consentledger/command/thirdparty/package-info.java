/** Tests of the slice. */
@NullMarked
package org.consentledger.command.thirdparty;

import org.jspecify.annotations.NullMarked;
