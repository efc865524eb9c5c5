package org.consentledger.ledger.testing;

import java.security.PrivateKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.consentledger.ledger.tree.Hash;

/** Signs tokens as an authority does, and as none may. */
final class TokenSigner {
    static final String POLICY = "1.3.6.1.4.1.99999.1";

    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private TokenSigner() {}

    static TimeStampTokenGenerator generator(TestCertificate signer, List<X509CertificateHolder> chain)
            throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", signer.key(), signer.certificate()),
                digests.get(SHA256),
                new ASN1ObjectIdentifier(POLICY));
        generator.addCertificates(new JcaCertStore(chain));
        generator.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
        return generator;
    }

    /** What the token says, signed by any key in the name of any certificate. */
    static TimeStampToken forge(TimeStampToken honest, X509CertificateHolder certificate, PrivateKey key)
            throws Exception {
        var certId = new SigningCertificateV2(
                new ESSCertIDv2(Hash.sha256(certificate.getEncoded()).bytes()));
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(certId)));
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key), certificate));
        generator.addCertificates(new JcaCertStore(List.of(certificate)));
        var content = new CMSProcessableByteArray(
                PKCSObjectIdentifiers.id_ct_TSTInfo, honest.getTimeStampInfo().getEncoded());
        return new TimeStampToken(generator.generate(content, true));
    }
}
