/** Tests of the slice. */
@NullMarked
package org.consentledger.command.request;

import org.jspecify.annotations.NullMarked;
