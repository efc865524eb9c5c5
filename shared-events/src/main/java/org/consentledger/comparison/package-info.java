/** What became of the provisions of one text in another: their identity, and the comparison table (新旧対照表). */
@NullMarked
package org.consentledger.comparison;

import org.jspecify.annotations.NullMarked;
