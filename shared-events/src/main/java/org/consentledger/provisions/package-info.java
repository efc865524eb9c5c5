/** Which provisions a text of terms has: structure, oddities and references, derived from the text and never stored in it. */
@NullMarked
package org.consentledger.provisions;

import org.jspecify.annotations.NullMarked;
