/** What customers ask about their own data (開示・訂正・利用の停止), and what became of it. */
@NullMarked
package org.consentledger.events.request;

import org.jspecify.annotations.NullMarked;
