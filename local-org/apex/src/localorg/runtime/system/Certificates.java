package localorg.runtime.system;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import localorg.runtime.Transaction;

/** The org's certificates: those that the project's metadata names, with key pairs made on demand, since metadata holds no private key. */
public final class Certificates {
    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private Certificates() {}

    /** The key pair of a certificate, or null when the org has none of that name. */
    public static KeyPair find(String name) {
        return Transaction.current().org().metadata().hasCertificate(name) ? KEYS.computeIfAbsent(name, key -> generate()) : null;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
