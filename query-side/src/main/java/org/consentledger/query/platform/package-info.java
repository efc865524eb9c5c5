/** What every question needs and none of them owns: clocks, waiting for projections, paging and the ways to say no. */
@NullMarked
package org.consentledger.query.platform;

import org.jspecify.annotations.NullMarked;
