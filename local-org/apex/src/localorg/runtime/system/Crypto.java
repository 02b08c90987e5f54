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
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import localorg.runtime.Transaction;
import localorg.runtime.exception.InvalidParameterValueException;
import localorg.runtime.exception.NoDataFoundException;
import localorg.runtime.exception.SecurityException;
import localorg.runtime.lang.ApexBlob;

/** Apex Reference, Crypto Class. */
public class Crypto {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_LENGTH = 16;

    public static ApexBlob generateDigest(String algorithm, ApexBlob input) {
        try {
            String name = algorithm.replaceFirst("(?i)^SHA-?", "SHA-");
            return new ApexBlob(MessageDigest.getInstance(name).digest(input.bytes()));
        } catch (GeneralSecurityException e) {
            throw new SecurityException("Invalid algorithm: " + algorithm, e);
        }
    }

    public static ApexBlob generateMac(String algorithm, ApexBlob input, ApexBlob key) {
        try {
            String name = algorithm.replaceFirst("(?i)^hmac-?", "Hmac").replaceFirst("(?i)sha-?", "SHA");
            Mac mac = Mac.getInstance(name);
            // Java refuses an empty key, HMAC does not: RFC 2104 pads it with zeros
            mac.init(new SecretKeySpec(key.bytes().length == 0 ? new byte[1] : key.bytes(), name));
            return new ApexBlob(mac.doFinal(input.bytes()));
        } catch (GeneralSecurityException e) {
            throw new SecurityException("Invalid algorithm: " + algorithm, e);
        }
    }

    public static Boolean verifyHMac(String algorithm, ApexBlob data, ApexBlob key, ApexBlob mac) {
        return MessageDigest.isEqual(generateMac(algorithm, data, key).bytes(), mac.bytes());
    }

    public static Integer getRandomInteger() {
        return RANDOM.nextInt();
    }

    public static Long getRandomLong() {
        return RANDOM.nextLong();
    }

    /** 128, 192 or 256 bits. */
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

    public static ApexBlob encrypt(String algorithm, ApexBlob key, ApexBlob iv, ApexBlob clearText) {
        return aes(Cipher.ENCRYPT_MODE, algorithm, key, iv.bytes(), clearText.bytes());
    }

    public static ApexBlob decrypt(String algorithm, ApexBlob key, ApexBlob iv, ApexBlob cipherText) {
        return aes(Cipher.DECRYPT_MODE, algorithm, key, iv.bytes(), cipherText.bytes());
    }

    /** The initialisation vector is the first 16 bytes of the result. */
    public static ApexBlob encryptWithManagedIV(String algorithm, ApexBlob key, ApexBlob clearText) {
        byte[] iv = random(IV_LENGTH).bytes();
        byte[] encrypted = aes(Cipher.ENCRYPT_MODE, algorithm, key, iv, clearText.bytes()).bytes();
        byte[] both = Arrays.copyOf(iv, iv.length + encrypted.length);
        java.lang.System.arraycopy(encrypted, 0, both, iv.length, encrypted.length);
        return new ApexBlob(both);
    }

    public static ApexBlob decryptWithManagedIV(String algorithm, ApexBlob key, ApexBlob ivAndCipherText) {
        byte[] both = ivAndCipherText.bytes();
        if (both.length < IV_LENGTH) {
            throw new InvalidParameterValueException("Invalid initialization vector: must be 16 bytes");
        }
        return aes(
            Cipher.DECRYPT_MODE,
            algorithm,
            key,
            Arrays.copyOf(both, IV_LENGTH),
            Arrays.copyOfRange(both, IV_LENGTH, both.length)
        );
    }

    private static ApexBlob aes(int mode, String algorithm, ApexBlob key, byte[] iv, byte[] input) {
        if (!algorithm.toUpperCase(Locale.ROOT).matches("AES(128|192|256)")) {
            throw new InvalidParameterValueException("Invalid algorithm: " + algorithm);
        }
        if (key.bytes().length * 8 != Integer.parseInt(algorithm.substring(3))) {
            throw new InvalidParameterValueException(
                "Invalid private key: must be " + Integer.parseInt(algorithm.substring(3)) / 8 + " bytes"
            );
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new IvParameterSpec(iv));
            return new ApexBlob(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            throw new SecurityException(e.getMessage(), e);
        }
    }

    private static String javaAlgorithm(String algorithm) {
        return switch (algorithm.toUpperCase(Locale.ROOT)) {
            case "RSA", "RSA-SHA1" -> "SHA1withRSA";
            case "RSA-SHA256" -> "SHA256withRSA";
            case "RSA-SHA384" -> "SHA384withRSA";
            case "RSA-SHA512" -> "SHA512withRSA";
            case "ECDSA-SHA256" -> "SHA256withECDSA";
            case "ECDSA-SHA384" -> "SHA384withECDSA";
            case "ECDSA-SHA512" -> "SHA512withECDSA";
            default -> throw new InvalidParameterValueException("Invalid algorithm: " + algorithm);
        };
    }

    private static String keyAlgorithm(String algorithm) {
        return algorithm.toUpperCase(Locale.ROOT).startsWith("ECDSA") ? "EC" : "RSA";
    }

    /** The private key is in PKCS #8 form. */
    public static ApexBlob sign(String algorithm, ApexBlob input, ApexBlob privateKey) {
        try {
            Signature signature = Signature.getInstance(javaAlgorithm(algorithm));
            signature.initSign(
                KeyFactory.getInstance(keyAlgorithm(algorithm)).generatePrivate(
                    new PKCS8EncodedKeySpec(privateKey.bytes())
                )
            );
            signature.update(input.bytes());
            return new ApexBlob(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new SecurityException("Invalid private key", e);
        }
    }

    public static Boolean verify(String algorithm, ApexBlob data, ApexBlob signed, ApexBlob publicKey) {
        try {
            Signature signature = Signature.getInstance(javaAlgorithm(algorithm));
            signature.initVerify(
                KeyFactory.getInstance(keyAlgorithm(algorithm)).generatePublic(
                    new X509EncodedKeySpec(publicKey.bytes())
                )
            );
            signature.update(data.bytes());
            return signature.verify(signed.bytes());
        } catch (GeneralSecurityException e) {
            throw new SecurityException("Invalid public key", e);
        }
    }

    /** Signs with one of the org's certificates; a test has none. */
    public static ApexBlob signWithCertificate(String algorithm, ApexBlob input, String certificate) {
        byte[] key = Transaction.current().org().privateKeys().get(certificate);
        if (key == null) {
            throw new NoDataFoundException("No certificate found with name: " + certificate);
        }
        return sign(algorithm, input, new ApexBlob(key));
    }
}
