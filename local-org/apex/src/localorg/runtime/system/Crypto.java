package localorg.runtime.system;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import localorg.runtime.exception.InvalidParameterValueException;
import localorg.runtime.exception.SecurityException;
import localorg.runtime.lang.ApexBlob;

/** Apex Reference, Crypto Class. Algorithm names are those of the Reference, in any case. */
public final class Crypto {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_LENGTH = 16;
    private static final Map<String, String> DIGESTS = Map.of("MD5", "MD5", "SHA1", "SHA-1", "SHA-1", "SHA-1", "SHA-256", "SHA-256", "SHA256",
        "SHA-256", "SHA-512", "SHA-512", "SHA512", "SHA-512", "SHA3-256", "SHA3-256", "SHA3-384", "SHA3-384", "SHA3-512", "SHA3-512");
    private static final Map<String, String> MACS = Map.of("HMACMD5", "HmacMD5", "HMACSHA1", "HmacSHA1", "HMACSHA256", "HmacSHA256",
        "HMACSHA384", "HmacSHA384", "HMACSHA512", "HmacSHA512");
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA1withRSA", "RSA-SHA1", "SHA1withRSA", "RSA-SHA256",
        "SHA256withRSA", "RSA-SHA384", "SHA384withRSA", "RSA-SHA512", "SHA512withRSA", "ECDSA-SHA256", "SHA256withECDSA", "ECDSA-SHA384",
        "SHA384withECDSA", "ECDSA-SHA512", "SHA512withECDSA");
    private static final Map<String, Integer> CIPHERS = Map.of("AES128", 16, "AES192", 24, "AES256", 32);

    private Crypto() {}

    /** An operation of Java's security classes. */
    private interface Operation<T> {
        T run() throws GeneralSecurityException;
    }

    private static <T> T orSecurityException(Operation<T> operation) {
        try {
            return operation.run();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SecurityException(e.getMessage());
        }
    }

    private static <T> T algorithm(Map<String, T> known, String name) {
        T value = known.get(name.toUpperCase(Locale.ROOT));
        if (value == null) {
            throw new SecurityException("Algorithm not supported: " + name);
        }
        return value;
    }

    public static ApexBlob generateDigest(String algorithmName, ApexBlob input) {
        String algorithm = algorithm(DIGESTS, algorithmName);
        return orSecurityException(() -> new ApexBlob(MessageDigest.getInstance(algorithm).digest(input.bytes())));
    }

    public static ApexBlob generateMac(String algorithmName, ApexBlob input, ApexBlob privateKey) {
        String algorithm = algorithm(MACS, algorithmName);
        return orSecurityException(() -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(privateKey.bytes(), algorithm));
            return new ApexBlob(mac.doFinal(input.bytes()));
        });
    }

    public static Boolean verifyHMac(String algorithmName, ApexBlob data, ApexBlob privateKey, ApexBlob macToVerify) {
        return MessageDigest.isEqual(generateMac(algorithmName, data, privateKey).bytes(), macToVerify.bytes());
    }

    public static Integer getRandomInteger() {
        return RANDOM.nextInt();
    }

    public static Long getRandomLong() {
        return RANDOM.nextLong();
    }

    /** Size in bits: 128, 192 or 256. */
    public static ApexBlob generateAesKey(Integer size) {
        if (size != 128 && size != 192 && size != 256) {
            throw new InvalidParameterValueException("Invalid key size: " + size);
        }
        return random(size / 8);
    }

    private static ApexBlob random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return new ApexBlob(bytes);
    }

    /** The private key in PKCS #8. */
    public static ApexBlob sign(String algorithmName, ApexBlob input, ApexBlob privateKey) {
        String algorithm = algorithm(SIGNATURES, algorithmName);
        return orSecurityException(() -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(keys(algorithm).generatePrivate(new PKCS8EncodedKeySpec(privateKey.bytes())));
            signature.update(input.bytes());
            return new ApexBlob(signature.sign());
        });
    }

    /** The public key in X.509. */
    public static Boolean verify(String algorithmName, ApexBlob data, ApexBlob signed, ApexBlob publicKey) {
        String algorithm = algorithm(SIGNATURES, algorithmName);
        return orSecurityException(() -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(keys(algorithm).generatePublic(new X509EncodedKeySpec(publicKey.bytes())));
            signature.update(data.bytes());
            return signature.verify(signed.bytes());
        });
    }

    private static KeyFactory keys(String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm.endsWith("RSA") ? "RSA" : "EC");
    }

    /** The local org has no Certificate and Key Management, so there is no certificate of any name. */
    public static ApexBlob signWithCertificate(String algorithmName, ApexBlob input, String certDevName) {
        throw new InvalidParameterValueException("Certificate not found: " + certDevName);
    }

    /** AES in CBC mode with PKCS #5 padding. */
    public static ApexBlob encrypt(String algorithmName, ApexBlob secretKey, ApexBlob initializationVector, ApexBlob clearText) {
        return aes(Cipher.ENCRYPT_MODE, algorithmName, secretKey, initializationVector, clearText);
    }

    public static ApexBlob decrypt(String algorithmName, ApexBlob secretKey, ApexBlob initializationVector, ApexBlob cipherText) {
        return aes(Cipher.DECRYPT_MODE, algorithmName, secretKey, initializationVector, cipherText);
    }

    /** The initialization vector is the first 128 bits of the result. */
    public static ApexBlob encryptWithManagedIV(String algorithmName, ApexBlob secretKey, ApexBlob clearText) {
        byte[] vector = random(IV_LENGTH).bytes();
        byte[] encrypted = encrypt(algorithmName, secretKey, new ApexBlob(vector), clearText).bytes();
        byte[] result = Arrays.copyOf(vector, IV_LENGTH + encrypted.length);
        java.lang.System.arraycopy(encrypted, 0, result, IV_LENGTH, encrypted.length);
        return new ApexBlob(result);
    }

    public static ApexBlob decryptWithManagedIV(String algorithmName, ApexBlob secretKey, ApexBlob vectorAndCipherText) {
        byte[] bytes = vectorAndCipherText.bytes();
        if (bytes.length < IV_LENGTH) {
            throw new InvalidParameterValueException("Invalid initialization vector: " + bytes.length + " bytes");
        }
        ApexBlob vector = new ApexBlob(Arrays.copyOf(bytes, IV_LENGTH));
        return decrypt(algorithmName, secretKey, vector, new ApexBlob(Arrays.copyOfRange(bytes, IV_LENGTH, bytes.length)));
    }

    private static ApexBlob aes(int mode, String algorithmName, ApexBlob secretKey, ApexBlob vector, ApexBlob input) {
        int length = algorithm(CIPHERS, algorithmName);
        if (secretKey.bytes().length != length) {
            throw new InvalidParameterValueException("Invalid private key. Must be " + length + " bytes.");
        }
        if (vector.bytes().length != IV_LENGTH) {
            throw new InvalidParameterValueException("Invalid initialization vector. Must be " + IV_LENGTH + " bytes.");
        }
        return orSecurityException(() -> {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(secretKey.bytes(), "AES"), new IvParameterSpec(vector.bytes()));
            return new ApexBlob(cipher.doFinal(input.bytes()));
        });
    }
}
