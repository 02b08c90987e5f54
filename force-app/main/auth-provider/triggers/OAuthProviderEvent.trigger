/** Files what the OAuth plug-in reported. */
trigger OAuthProviderEvent on OAuth_Provider_Event__e(after insert) {
    OAuthProviderLog.store(Trigger.new);
}
