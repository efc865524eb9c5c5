package org.consentledger.events;

/**
 * An event about one customer. Only such an event may hold what could name a person ({@link PersonalData}), since that
 * is encrypted with a key of this customer.
 */
public interface AboutCustomer {
    CustomerId customerId();
}
