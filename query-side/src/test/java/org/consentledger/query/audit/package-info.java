/** Tests of audits of the projections. */
@NullMarked
package org.consentledger.query.audit;

import org.jspecify.annotations.NullMarked;
