/** Tests of the command side as a whole. */
@NullMarked
package org.consentledger.command;

import org.jspecify.annotations.NullMarked;
