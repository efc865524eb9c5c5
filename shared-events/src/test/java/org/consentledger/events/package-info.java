/** Holds the stored form of every event and the documents that name it. */
@NullMarked
package org.consentledger.events;

import org.jspecify.annotations.NullMarked;
