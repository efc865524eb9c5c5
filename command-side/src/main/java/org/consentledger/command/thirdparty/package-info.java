/** Data of customers are provided to third parties (第三者提供). */
@NullMarked
package org.consentledger.command.thirdparty;

import org.jspecify.annotations.NullMarked;
