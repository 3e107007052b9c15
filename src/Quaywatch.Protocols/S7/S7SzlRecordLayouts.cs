namespace Quaywatch.Protocols.S7;

/// <summary>Fields of the records of the other lists. One line a list and index (<c>@list.index</c>), then one line a field: the end of
/// Wireshark's filter name (whole behind a / where Wireshark names it after another list), offset in the record, bytes, form (d decimal, x
/// hexadecimal, t text, b bytes, l hexadecimal with the low byte first, m and a mask: bits of the field before), name. Source of every row:
/// Wireshark 4.0.17, packet-s7comm_szl_ids.c, as it shows records of captures; German abbreviations are Siemens' own.</summary>
internal static class S7SzlRecordLayouts
{
    /// <summary>The table.</summary>
    public const string Table = """
        @0000.0000
        szl_id 0 2 x SZL ID that exists
        @0013.0000
        index 0 2 x Index
        code 2 2 x Code (Memory type)
        size 4 4 d Size (Total size of the selected memory, total of area 1 and area 2)
        mode 8 2 d Mode (Logical mode of the memory)
        mode.vol_mem 8 2 m1 Volatile memory area
        mode.nvol_mem 8 2 m2 Non-volatile memory area
        mode.mixed_mem 8 2 m4 Mixed memory area
        mode.cd_sep 8 2 m8 Code and data separate (for work memory)
        mode.cd_tog 8 2 m10 Code and data together (for work memory)
        granu 10 2 x Granu
        ber1 12 4 d ber1 (Size of the volatile memory area in bytes)
        belegt1 16 4 d belegt1 (Size of the volatile memory area being used)
        block1 20 4 d block1 (Largest free block in the volatile memory area)
        ber2 24 4 d ber2 (Size of the non-volatile memory area in bytes)
        belegt2 28 4 d belegt2 (Size of the non-volatile memory area being used)
        block2 32 4 d block2 (Largest free block in the non-volatile memory area)
        @001c.0001
        name 2 24 t Name (Name of the PLC)
        @001c.0002
        name 2 24 t Name (Name of the module)
        @001c.0003
        tag 2 32 t Tag (Plant identification of the module)
        @001c.0004
        copyright 2 26 t Copyright
        @001c.0005
        serialn 2 24 t Serialn (Serialnumber of the module)
        @001c.0007
        cputypname 2 32 t Cputypname (Module type name)
        @001c.0008
        snmcmmc 2 32 t Sn_mc/mmc (Serial number of the Memory Card/Micro Memory Card)
        @001c.0009
        manufacturer_id 2 2 x Manufacturer_id
        profile_id 4 2 x Profile_id
        profile_spec_typ 6 2 x Profile_spec_typ
        @001c.000a
        oem_copyright_string 2 26 t Oem_copyright_string (OEM Copyright ID)
        oem_id 28 2 x Oem_id (OEM ID)
        oem_add_id 30 4 x Oem_add_id (OEM additional ID)
        @001c.000b
        loc_id 2 32 t Loc_id (Location designation)
        @001c.000x
        index 0 2 x Index
        res 26 8 b Reserved
        @0091.0000
        adr1 0 2 x Adr1
        adr2 2 2 x Adr2
        logadr 4 2 d Logadr
        exptype 6 2 x Expected type
        acttype 8 2 x Actual type
        res1_0d 10 2 d Reserved (number of interface modules)
        eastat 12 2 x I/O status
        eastat.moderror 12 2 m1 Module error
        eastat.modexists 12 2 m2 Module exists
        eastat.modnotav 12 2 m4 Module not available
        eastat.moddisabl 12 2 m8 Module disabled
        eastat.staterr 12 2 m10 Station error
        eastat.cirbusy 12 2 m20 CiR event busy
        eastat.res 12 2 m40 Reserved
        eastat.modlocseg 12 2 m80 Module in local bus segment
        eastat.dataid 12 2 mff00 Data ID for logical address
        berbgbr 14 2 x Ber_bgbr (Area ID/module width)
        berbgbr.width 14 2 m7 Module width
        berbgbr.bit3_res 14 2 m8 Reserved
        berbgbr.areaid 14 2 m70 Area ID
        berbgbr.bit7_res 14 2 m80 Reserved
        @0132.0001
        index 0 2 x Index
        res_pg 2 2 d res pg (Guaranteed number of PG connections)
        res_os 4 2 d res os (Guaranteed number of OS connections)
        u_pg 6 2 d u pg (Current number of PG connections)
        u_os 8 2 d u os (Current number of OS connections)
        proj 10 2 d proj (Current number of configured connections)
        auf 12 2 d auf (Current number of connections established by proj)
        free 14 2 d free (Number of free connections)
        used 16 2 d used (Number of free connections used)
        last 18 2 d last (Maximum selected communication load of the CPU in %)
        res 20 20 b res (Reserved)
        @0132.0002
        index 0 2 x Index
        anz 2 2 d anz (Number of initialized test and installation jobs)
        res 4 36 b res (Reserved)
        @0132.0004
        index 0 2 x Index
        key 2 2 d key (Protection level for the key switch, possible values: 1,2 or 3)
        param 4 2 d param (Assigned protection level, possible values: 0, 1, 2 or 3)
        real 6 2 d real (Valid protection level of the CPU, possible values: 1, 2 or 3)
        bart_sch 8 2 d bart_sch (Position of the mode switch)
        crst_wrst 10 2 d crst_wrst (Setting of the CRST/WRST switch)
        ken_f 12 2 x ken_f (Reserved)
        ken_rel 14 2 x ken_rel (ID for valid version identifications/checksums)
        ken_ver1_hw 16 2 l ken_ver1_hw (Version ID/checksum 1 of the hardware configuration)
        ken_ver2_hw 18 2 l ken_ver2_hw (Version ID/checksum 2 of the hardware configuration)
        ken_ver1_awp 20 2 l ken_ver1_awp (Version ID/checksum 1 of the user program)
        ken_ver2_awp 22 2 l ken_ver2_awp (Version ID/checksum 2 of the user program)
        res 24 16 b res (Reserved)
        @0132.0008
        index 0 2 x Index
        zykl 2 2 d zykl (Cycle time of the synchronization frames)
        korr 4 2 d korr (Correction factor for time-of-day)
        clock0 6 2 d clock 0 (Run-time meter 0: Time in hours)
        clock1 8 2 d clock 1 (Run-time meter 1: Time in hours)
        clock2 10 2 d clock 2 (Run-time meter 2: Time in hours)
        clock3 12 2 d clock 3 (Run-time meter 3: Time in hours)
        clock4 14 2 d clock 4 (Run-time meter 4: Time in hours)
        clock5 16 2 d clock 5 (Run-time meter 5: Time in hours)
        clock6 18 2 d clock 6 (Run-time meter 6: Time in hours)
        clock7 20 2 d clock 7 (Run-time meter 7: Time in hours)
        time 22 8 b time (Current date and time)
        res 30 10 b res (Reserved)
        @0132.000b
        index 0 2 x Index
        bszl_0 2 1 x bszl_0 (Status of run-time meter)
        bszl_1 3 1 x bszl_1 (Reserved)
        bszu_0 4 1 x bszu_0 (Overflow of run-time meter)
        bszu_1 5 1 x bszu_1 (Reserved)
        clock0 6 4 d clock 0 (Run-time meter 0: Time in hours)
        clock1 10 4 d clock 1 (Run-time meter 1: Time in hours)
        clock2 14 4 d clock 2 (Run-time meter 2: Time in hours)
        clock3 18 4 d clock 3 (Run-time meter 3: Time in hours)
        clock4 22 4 d clock 4 (Run-time meter 4: Time in hours)
        clock5 26 4 d clock 5 (Run-time meter 5: Time in hours)
        clock6 30 4 d clock 6 (Run-time meter 6: Time in hours)
        clock7 34 4 d clock 7 (Run-time meter 7: Time in hours)
        res 38 2 b res (Reserved)
        @0424.0000
        ereig 0 2 x ereig
        ae 2 1 x ae
        bzu_id 3 1 x bzu-id
        bzu_id.req 3 1 mf Requested mode
        bzu_id.pre 3 1 mf0 Previous mode
        res 4 4 b res (Reserved)
        anlinfo1 8 1 x anlinfo1
        anlinfo2 9 1 x anlinfo2
        anlinfo3 10 1 x anlinfo3
        anlinfo4 11 1 x anlinfo4
        time 12 8 b time
        @xy11.0001
        index 0 2 x Index
        anz 2 20 t MlfB (Order number of the module)
        bgtyp 22 2 x BGTyp (Module type ID)
        ausbg 24 2 d Ausbg (Version of the module or release of the operating system)
        ausbe 26 2 d Ausbe (Release of the PG description file)
        @xy12.0x00
        charac 0 2 x Characteristic
        @xy22.00xx
        info 0 20 b Start info for the given OB
        al1 20 2 x al1 (Processing identifiers)
        al1.evpd 20 2 m1 Interrupt event is caused by parameters disabled
        al1.iel 20 2 m2 Interrupt event as per SFC 39 locked
        al1.isia 20 2 m4 Interrupt source is active
        al1.ioil 20 2 m10 Interrupt OB is loaded
        al1.ioilbt 20 2 m20 Interrupt OB is locked by TIS
        al1.eidbl 20 2 m40 Entry in diagnostic buffer locked
        al2 22 2 x al2 (Reaction with not loaded/locked OB)
        al2.lis 22 2 m1 Lock interrupt source
        al2.giee 22 2 m2 Generate interrupt event error
        al2.gism 22 2 m4 CPU goes into STOP mode
        al2.iod 22 2 m8 Interrupt only discarded
        al3 24 4 x al3 (Discarded by TIS functions)
        @xy74.0000
        cpu_led_id 0 2 x cpu_led_id
        cpu_led_id.rackno 0 2 m700 Rack number
        cpu_led_id.cputype 0 2 m800 CPU Type (0=Standby, 1=Master)
        cpu_led_id.id 0 2 mff LED ID
        led_on 2 1 d Status of the LED
        led_blink 3 1 d Flashing status of the LED
        """;
}
