/** What was handed to third parties (第三者提供). */
@NullMarked
package org.consentledger.events.thirdparty;

import org.jspecify.annotations.NullMarked;
