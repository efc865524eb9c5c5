/** Requests that no well-behaved client sends, against a product that runs as {@code ./ledger start} runs it. */
@org.jspecify.annotations.NullMarked
package org.consentledger.standalone.hostile;
