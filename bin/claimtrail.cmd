@node "%~dp0claimtrail" %*
