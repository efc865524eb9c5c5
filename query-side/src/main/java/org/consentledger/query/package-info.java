/** Answers questions about the ledger: one package a question, each with its own projection. */
@NullMarked
package org.consentledger.query;

import org.jspecify.annotations.NullMarked;
