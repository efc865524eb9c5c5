/** What happened to terms documents (約款) and their editions (版). */
@NullMarked
package org.consentledger.events.terms;

import org.jspecify.annotations.NullMarked;
