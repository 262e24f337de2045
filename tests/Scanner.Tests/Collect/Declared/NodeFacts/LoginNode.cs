namespace Scanner.Tests.Collect.Declared.NodeFacts;

/// <summary>The files and commands of a login node, with CANARY wherever a secret may stand.</summary>
internal static class LoginNode
{
    public static readonly IReadOnlyList<(string Name, string Text)> Files =
    [
        ("usr/lib/rstudio-server/bin/rserver", ""), ("usr/lib/rstudio-server/bin/rsession", ""), ("usr/lib/rstudio-server/VERSION", "2026.08.1+195.pro1\n"),
        ("opt/R/4.4.3/bin/R", ""), ("opt/R/4.3.1/bin/R", ""), ("opt/python/3.12.11/bin/python3", ""), ("proc/1/comm", "systemd\n"),
        ("etc/os-release", "NAME=\"Ubuntu\"\nID=ubuntu\nVERSION_ID=\"22.04\"\n"), ("etc/nsswitch.conf", "passwd: files sss\n"),
        ("etc/sssd/sssd.conf", "[sssd]\ndomains = pwb.example.com, corp.example.com\n[domain/pwb.example.com]\nldap_default_authtok = CANARY\n"),
        ("sys/class/dmi/id/board_asset_tag", "i-0a1b2c3d4e5f60718\n"),
        ("proc/self/mounts", """
            10.0.1.5@tcp:/abcdef01 /home lustre rw,noatime,flock 0 0
            fs-0123456789abcdef0.efs.us-east-1.amazonaws.com:/ /opt/rstudio nfs4 rw,vers=4.1 0 0
            proc /proc proc rw 0 0
            //files/share /mnt/a\040b cifs rw,username=CANARY,password=CANARY 0 0
            https://bob:CANARY@dav.example.com/x /mnt/dav fuse.davfs rw 0 0

            """),
        ("opt/rstudio/rserver.conf", "# was CANARY\nwww-port=8787\nsecure-cookie-key-file=/opt/rstudio/secure-cookie-key # CANARY\nadmin-token=CANARY\nload-balancing-enabled=1\n"),
        ("opt/rstudio/launcher.conf", "[server]\naddress=127.0.0.1\n\n[cluster] # CANARY\nname=Slurm\ntype=Slurm\n\n[cluster]\nname=Local\ntype=Local\n"),
        ("opt/rstudio/launcher.slurm.conf", "slurm-service-user=slurm\n"),
        ("opt/rstudio/database.conf", "provider=postgresql\npassword=CANARY\nconnection-uri=postgres://bob:CANARY@db.example.com:5432/rstudio?password=CANARY\n"),
        ("opt/rstudio/load-balancer", ""), ("opt/rstudio/launcher-env", "TOKEN=CANARY\n"), ("opt/rstudio/secure-cookie-key", "CANARY\n"),
        ("opt/rstudio/launcher-mounts", "Host: nfs\n# CANARY\nPath: /home\nMountPath: /home\nPassword: CANARY\n CANARY\n\nPath: /opt/R\nMountPath: /opt/R\n"),
        ("etc/default/rstudio-server", "RSTUDIO_DATA_DIR=/srv\nAPI_TOKEN=CANARY\n"),
        ("home/rstudio/shared-storage/keep", ""),
    ];

    public static readonly IReadOnlyList<(string Name, string Text)> Commands =
    [
        ("systemctl", """
            #!/bin/sh
            for unit; do :; done
            if [ "$unit" = rstudio-server ]; then
              printf 'ActiveState=active\nUnitFileState=enabled\nEnvironmentFiles=/etc/default/rstudio-server (ignore_errors=yes)\n'
            else
              printf 'ActiveState=inactive\nUnitFileState=disabled\n'
            fi
            printf 'Environment=RSTUDIO_CONFIG_DIR=/opt/rstudio SECRET_TOKEN=CANARY\nDropInPaths=/etc/systemd/system/%s.service.d/override.conf\n' "$unit"

            """),
        ("sinfo", "#!/bin/sh\necho slurm 23.11.10\n"),
        ("scontrol", "#!/bin/sh\necho 'Slurmctld(primary) at ip-10-0-0-5 is UP'\n"),
    ];
}
