@NullMarked
package org.consentledger.answer;

import org.jspecify.annotations.NullMarked;
