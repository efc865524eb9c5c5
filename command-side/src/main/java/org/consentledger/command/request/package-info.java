/** Customers ask about their own data (開示・訂正・利用の停止), and the organisation answers, step by step. */
@NullMarked
package org.consentledger.command.request;

import org.jspecify.annotations.NullMarked;
