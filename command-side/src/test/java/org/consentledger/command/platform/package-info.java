/** Tests of the slice. */
@NullMarked
package org.consentledger.command.platform;

import org.jspecify.annotations.NullMarked;
