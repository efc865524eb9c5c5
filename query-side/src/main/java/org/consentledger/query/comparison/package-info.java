/** What changed between two editions of the terms (新旧対照表)? */
@NullMarked
package org.consentledger.query.comparison;

import org.jspecify.annotations.NullMarked;
