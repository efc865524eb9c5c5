/** What a comparison table (新旧対照表) that somebody printed makes of the old edition: the draft of the new one. */
@NullMarked
package org.consentledger.comparison.printed;

import org.jspecify.annotations.NullMarked;
