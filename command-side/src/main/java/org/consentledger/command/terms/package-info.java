/** Terms documents (約款) are registered, their editions (版) drafted, announced and published. */
@NullMarked
package org.consentledger.command.terms;

import org.jspecify.annotations.NullMarked;
