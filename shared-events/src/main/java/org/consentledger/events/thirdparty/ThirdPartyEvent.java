package org.consentledger.events.thirdparty;

import org.consentledger.events.AboutCustomer;

/** A fact about a customer's data and third parties. */
public sealed interface ThirdPartyEvent extends AboutCustomer permits PersonalDataProvided {}
