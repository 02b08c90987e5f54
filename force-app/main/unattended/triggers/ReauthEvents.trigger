trigger ReauthEvents on Reauth_Event__e(after insert) {
    ReauthEventHandler.handle(Trigger.new);
}
