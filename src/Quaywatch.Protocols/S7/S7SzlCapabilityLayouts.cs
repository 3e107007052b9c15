namespace Quaywatch.Protocols.S7;

/// <summary>Fields of the records of list xy31, the capabilities of communication. One line a list and index (<c>@list.index</c>), then one
/// line a field: the end of Wireshark's filter name (whole behind a / where Wireshark names it after another list), offset in the record,
/// bytes, form (d decimal, x hexadecimal, t text, b bytes, l hexadecimal with the low byte first, m and a mask: bits of the field before),
/// name. Source of every row: Wireshark 4.0.17, packet-s7comm_szl_ids.c, as it shows records of captures; German abbreviations are Siemens'
/// own.</summary>
internal static class S7SzlCapabilityLayouts
{
    /// <summary>The table.</summary>
    public const string Table = """
        @0131.0001
        index 0 2 x Index
        pdu 2 2 d pdu (Maximum PDU size in bytes)
        anz 4 2 d anz (Maximum number of communication connections)
        mpi_bps 6 4 x mpi_bps (Maximum data rate of the MPI in hexadecimal format)
        kbus_bps 10 4 x mkbus_bps (Maximum data rate of the communication bus)
        res 14 26 b res (Reserved)
        @0131.0002
        index 0 2 x Index
        funkt_0 2 1 x funkt_0
        funkt_0.bit0_res 2 1 m1 Reserved
        funkt_0.block_stat 2 1 m2 Block status
        funkt_0.var_stat 2 1 m4 Variable status
        funkt_0.outp_istack 2 1 m8 Output ISTACK
        funkt_0.outp_bstack 2 1 m10 Output BSTACK
        funkt_0.outp_lstack 2 1 m20 Output LSTACK
        funkt_0.time_meas 2 1 m40 Time measurement from ... to ...
        funkt_0.force_sel 2 1 m80 Force selection
        funkt_1 3 1 x funkt_1
        funkt_1.mod_var 3 1 m1 Modify variable
        funkt_1.force 3 1 m2 Force
        funkt_1.breakp 3 1 m4 Breakpoint
        funkt_1.exit_hold 3 1 m8 Exit HOLD
        funkt_1.mem_res 3 1 m10 Memory reset
        funkt_1.dis_job 3 1 m20 Disable job
        funkt_1.en_job 3 1 m40 Enable job
        funkt_1.del_job 3 1 m80 Delete job
        funkt_2 4 1 x funkt_2
        funkt_2.rd_job_list 4 1 m1 Read job list
        funkt_2.rd_job 4 1 m2 Read job
        funkt_2.repl_job 4 1 m4 Replace job
        funkt_2.block_stat_v2 4 1 m8 Block status v2
        funkt_2.bit4_res 4 1 m10 Reserved
        funkt_2.bit5_res 4 1 m20 Reserved
        funkt_2.flash_led 4 1 m40 Flash LED
        funkt_2.bit7_res 4 1 m80 Reserved
        funkt_3 5 1 x funkt_3 (Reserved)
        funkt_4 6 1 x funkt_4 (Reserved)
        funkt_5 7 1 x funkt_5 (Reserved)
        aseg 8 6 b aseg
        eseg 14 6 b eseg
        trgereig_0 20 1 x trgereig_0 (Permitted trigger events)
        trgereig_0.immed 20 1 m1 Immediately
        trgereig_0.sys_trig 20 1 m2 System trigger
        trgereig_0.sys_cp_mcs 20 1 m4 System checkpoint main cycle start
        trgereig_0.sys_cp_mce 20 1 m8 System checkpoint main cycle end
        trgereig_0.mtrans_rs 20 1 m10 Mode transition RUN-STOP
        trgereig_0.acode_adr 20 1 m20 After code address
        trgereig_0.code_adr_a 20 1 m40 Code address area
        trgereig_0.data_adr 20 1 m80 Data address
        trgereig_1 21 1 x trgereig_1 (Permitted trigger events)
        trgereig_1.data_adr_a 21 1 m1 Data address area
        trgereig_1.loc_adr 21 1 m2 Local data address
        trgereig_1.loc_adr_a 21 1 m4 Local data address area
        trgereig_1.range_trig 21 1 m8 Range trigger
        trgereig_1.bcode_adr 21 1 m10 Before code address
        trgereig_1.bit5_res 21 1 m20 Reserved
        trgereig_1.bit6_res 21 1 m40 Reserved
        trgereig_1.bit7_res 21 1 m80 Reserved
        trgereig_2 22 1 x trgereig_2 (Permitted trigger events, reserved)
        trgbed 23 1 x trgbed (System data with no relevance)
        pfad 24 1 d pfad (System data with no relevance)
        tiefe 25 1 d tiefe (System data with no relevance)
        systrig 26 1 x systrig (System data with no relevance)
        erg_par 27 1 x erg par (System data with no relevance)
        erg_pat_1 28 2 x erg pat 1 (System data with no relevance)
        erg_pat_2 30 2 x erg pat 2 (System data with no relevance)
        force 32 2 d force (Number of modifiable Variables)
        time 34 2 x time
        res 36 4 x res (Reserved)
        @0131.0003
        index 0 2 x Index
        funkt_0 2 1 x funkt_0
        funkt_0.read_once 2 1 m1 Read once
        funkt_0.write_once 2 1 m2 Write once
        funkt_0.init_cycl_read_impl 2 1 m4 Initialize cyclic reading (start implicitly)
        funkt_0.init_cycl_read_expl 2 1 m8 Initialize cyclic reading (start explicitly)
        funkt_0.start_cycl_read 2 1 m10 Start cyclic reading
        funkt_0.stop_cycl_read 2 1 m20 Stop cyclic reading
        /0131.0002.funkt_0.clr_cycl_read 2 1 m40 Clear cyclic reading
        /0131.0002.funkt_0.bit7_res 2 1 m80 Reserved
        funkt_1 3 1 x funkt_1
        funkt_1.bit0_res 3 1 m1 Reserved
        funkt_1.bit1_res 3 1 m2 Reserved
        funkt_1.bit2_res 3 1 m4 Reserved
        funkt_1.bit3_res 3 1 m8 Reserved
        funkt_1.periph_io 3 1 m10 Peripheral I/Os
        funkt_1.inputs 3 1 m20 Inputs
        /0131.0002.funkt_1.outputs 3 1 m40 Outputs
        /0131.0002.funkt_1.bit_mem 3 1 m80 Bit memory
        funkt_2 4 1 x funkt_2
        funkt_2.user_db 4 1 m1 User DB
        funkt_2.data_rec 4 1 m2 Data record
        funkt_2.bit2_res 4 1 m4 Reserved
        funkt_2.bit3_res 4 1 m8 Reserved
        funkt_2.bit4_res 4 1 m10 Reserved
        funkt_2.bit5_res 4 1 m20 Reserved
        /0131.0002.funkt_2.bit6_res 4 1 m40 Reserved
        /0131.0002.funkt_2.s7_counter 4 1 m80 S7 counter
        funkt_3 5 1 x funkt_3
        funkt_3.s7_timer 5 1 m1 S7 timer
        funkt_3.iec_counter 5 1 m2 IEC counter
        funkt_3.iec_timer 5 1 m4 IEC timer
        funkt_3.hs_counter 5 1 m8 High speed counter
        funkt_3.bit4_res 5 1 m10 Reserved
        funkt_3.bit5_res 5 1 m20 Reserved
        /0131.0002.funkt_3.bit6_res 5 1 m40 Reserved
        /0131.0002.funkt_3.bit7_res 5 1 m80 Reserved
        data 6 2 d data (Maximum size of consistently readable data)
        anz 8 2 d anz (Maximum number of cyclic read jobs)
        per_min 10 2 d per min (Minimum period for cyclic read jobs (n x 100 ms))
        per_max 12 2 d per max (Maximum period for cyclic read jobs (n x 100 ms))
        res 14 26 b res (Reserved)
        @0131.0004
        index 0 2 x Index
        funkt_0 2 1 x funkt_0
        funkt_0.bit0_res 2 1 m1 Reserved
        funkt_0.dir_h1 2 1 m2 Directory (hierarchy 1)
        funkt_0.dir_h2 2 1 m4 Directory (hierarchy 2)
        funkt_0.dir_h3 2 1 m8 Directory (hierarchy 3)
        funkt_0.copy 2 1 m10 Copy
        funkt_0.chain_list 2 1 m20 Chain (list)
        funkt_0.chain_copied 2 1 m40 Chain (all copied)
        funkt_0.delete_list 2 1 m80 Delete (list)
        funkt_1 3 1 x funkt_1
        funkt_1.upl_on_pg 3 1 m1 Upload on PG
        funkt_1.asgn_w_chain 3 1 m2 Assign parameters when chaining
        funkt_1.load_w_chg 3 1 m4 LOAD function when exchanging data with CFBs
        funkt_1.bit3_res 3 1 m8 Reserved
        funkt_1.bit4_res 3 1 m10 Reserved
        funkt_1.bit5_res 3 1 m20 Reserved
        funkt_1.bit6_res 3 1 m40 Reserved
        funkt_1.delete_all 3 1 m80 Delete *.*
        funkt_2 4 1 x funkt_2
        funkt_2.load_ram 4 1 m1 Load user program (RAM)
        funkt_2.load_eprom 4 1 m2 Load user program (EPROM)
        funkt_2.save_ram 4 1 m4 Save user program (RAM)
        funkt_2.save_eprom 4 1 m8 Save user program (EPROM)
        funkt_2.save_all 4 1 m10 Save user program (all)
        funkt_2.compress 4 1 m20 Compress (external)
        funkt_2.fw_update 4 1 m40 Firmware update (using communication)
        funkt_2.set_ram_mode 4 1 m80 Set RAM memory mode
        funkt_3 5 1 x funkt_3
        funkt_3.set_eprom_mode 5 1 m1 Set EPROM memory mode
        funkt_3.bit1_res 5 1 m2 Reserved
        funkt_3.bit2_res 5 1 m4 Reserved
        funkt_3.bit3_res 5 1 m8 Reserved
        funkt_3.bit4_res 5 1 m10 Reserved
        funkt_3.bit5_res 5 1 m20 Reserved
        funkt_3.asgn_par_mod 5 1 m40 Assign parameters to newly plugged in modules
        funkt_3.asgn_par_mc 5 1 m80 Assign parameters when evaluating memory card
        funkt_4 6 1 x funkt_4
        funkt_4.asgn_par_lprog 6 1 m1 Assign parameters when loading user program
        funkt_4.asgn_par_cres 6 1 m2 Assign parameters in complete restart
        funkt_4.asgn_par_res 6 1 m4 Assign parameters in restart
        funkt_4.compress 6 1 m8 Compress (SFC25 COMPRESS)
        funkt_4.ev_mc 6 1 m10 Evaluate memory card after switch setting
        funkt_4.fw_update_mc 6 1 m20 Firmware update using memory card
        funkt_4.bit6_res 6 1 m40 Reserved
        funkt_4.bit7_res 6 1 m80 Reserved
        funkt_5 7 1 x funkt_5 (Reserved)
        funkt_6 8 1 x funkt_6 (Reserved)
        funkt_7 9 1 x funkt_7 (Reserved)
        kop 10 1 d kop (Maximum number of copied blocks)
        del 11 1 d del (Maximum number of uninterruptable, deletable blocks)
        kett 12 1 d kett (Maximum number of blocks chained in one job)
        hoch 13 1 d hoch (Maximum number of simultaneous upload procedures)
        ver 14 1 d ver (Maximum size (in bytes) of shiftable blocks in RUN)
        res 15 25 b res (Reserved)
        @0131.0005
        index 0 2 x Index
        funkt_0 2 1 x funkt_0 (Available diagnostic functions)
        funkt_0.bit0_res 2 1 m1 Reserved
        funkt_0.diag_buf 2 1 m2 Diagnostic buffer exists
        funkt_0.sysdiag 2 1 m4 Sending system diagnostic data possible
        funkt_0.userdiag 2 1 m8 Sending user-defined diagnostic messages possible
        funkt_0.vmdstat 2 1 m10 Sending VMD status possible
        funkt_0.evaldiagint 2 1 m20 Evaluating diagnostic interrupts
        funkt_0.diagint 2 1 m40 Diagnostic interrupt exists on module
        funkt_0.bit7_res 2 1 m80 Reserved
        funkt_1 3 1 x funkt_1 (Reserved)
        funkt_2 4 1 x funkt_2 (Reserved)
        funkt_3 5 1 x funkt_3 (Reserved)
        funkt_4 6 1 x funkt_4 (Reserved)
        funkt_5 7 1 x funkt_5 (Reserved)
        funkt_6 8 1 x funkt_6 (Reserved)
        funkt_7 9 1 x funkt_7 (Reserved)
        anz_sen 10 2 d anz_sen (Maximum number of diagnostic data sinks)
        anz_ein 12 2 d anz_ein (Maximum number of entries in the diagnostic buffer)
        anz_mel 14 2 d anz_mel (Maximum number of process control group messages)
        res 16 24 b res (Reserved)
        @0131.0006
        index 0 2 x Index
        funkt_0 2 1 x funkt_0
        funkt_0.usend 2 1 m1 USEND
        funkt_0.urcv 2 1 m2 URCV
        funkt_0.send 2 1 m4 SEND
        funkt_0.rcv 2 1 m8 RCV
        funkt_0.bsend 2 1 m10 BSEND
        funkt_0.brcv 2 1 m20 BRCV
        funkt_0.get 2 1 m40 GET
        funkt_0.put 2 1 m80 PUT
        funkt_1 3 1 x funkt_1
        funkt_1.print 3 1 m1 PRINT
        funkt_1.abort 3 1 m2 ABORT
        funkt_1.initiate 3 1 m4 INITIATE
        funkt_1.start 3 1 m8 START
        funkt_1.stop 3 1 m10 STOP
        funkt_1.resume 3 1 m20 RESUME
        funkt_1.status 3 1 m40 STATUS
        funkt_1.ustatus 3 1 m80 USTATUS
        funkt_2 4 1 x funkt_2
        funkt_2.pi 4 1 m1 PI
        funkt_2.read 4 1 m2 READ
        funkt_2.write 4 1 m4 WRITE
        funkt_2.load 4 1 m8 LOAD
        funkt_2.load_me 4 1 m10 LOAD_ME
        funkt_2.alarm 4 1 m20 ALARM
        funkt_2.alarm_8 4 1 m40 ALARM_8
        funkt_2.alarm_8p 4 1 m80 ALARM_8P
        funkt_3 5 1 x funkt_3
        funkt_3.notify 5 1 m1 NOTIFY
        funkt_3.ar_send 5 1 m2 AR_SEND
        funkt_3.bit2_res 5 1 m4 Reserved
        funkt_3.bit3_res 5 1 m8 Reserved
        funkt_3.bit4_res 5 1 m10 Reserved
        funkt_3.bit5_res 5 1 m20 Reserved
        funkt_3.bit6_res 5 1 m40 Reserved
        funkt_3.bit7_res 5 1 m80 Reserved
        funkt_4 6 1 x funkt_4
        funkt_5 7 1 x funkt_5
        funkt_6 8 1 x funkt_6
        funkt_6.x_send 8 1 m1 X_SEND
        funkt_6.x_rcv 8 1 m2 X_RCV
        funkt_6.x_get 8 1 m4 X_GET
        funkt_6.x_put 8 1 m8 X_PUT
        funkt_6.x_abort 8 1 m10 X_ABORT
        funkt_6.i_get 8 1 m20 I_GET
        funkt_6.i_put 8 1 m40 I_PUT
        funkt_6.i_abort 8 1 m80 I_ABORT
        funkt_7 9 1 x funkt_7
        funkt_7.scan_snd 9 1 m1 SCAN_SND
        funkt_7.alarm_sq 9 1 m2 ALARM_SQ
        funkt_7.alarm_s 9 1 m4 ALARM_S
        funkt_7.alarm_sc 9 1 m8 ALARM_SC
        funkt_7.en_msg 9 1 m10 EN_MSG
        funkt_7.dis_msg 9 1 m20 DIS_MSG
        funkt_7.control 9 1 m40 CONTROL
        funkt_7.bit7_res 9 1 m80 Reserved
        schnell 10 1 x schnell (Fast reaction yes/no)
        zugtyp_0 11 1 x zugtyp_0
        zugtyp_0.usend 11 1 m1 USEND
        zugtyp_0.urcv 11 1 m2 URCV
        zugtyp_0.send 11 1 m4 SEND
        zugtyp_0.rcv 11 1 m8 RCV
        zugtyp_0.bsend 11 1 m10 BSEND
        zugtyp_0.brcv 11 1 m20 BRCV
        zugtyp_0.get 11 1 m40 GET
        zugtyp_0.put 11 1 m80 PUT
        zugtyp_1 12 1 x zugtyp_1
        zugtyp_1.print 12 1 m1 PRINT
        zugtyp_1abort 12 1 m2 ABORT
        zugtyp_1.initiate 12 1 m4 INITIATE
        zugtyp_1.start 12 1 m8 START
        zugtyp_1.stop 12 1 m10 STOP
        zugtyp_1.resume 12 1 m20 RESUME
        zugtyp_1.status 12 1 m40 STATUS
        zugtyp_1.ustatus 12 1 m80 USTATUS
        zugtyp_2 13 1 x zugtyp_2
        zugtyp_2.pi 13 1 m1 PI
        zugtyp_2.read 13 1 m2 READ
        zugtyp_2.write 13 1 m4 WRITE
        zugtyp_2.load 13 1 m8 LOAD
        zugtyp_2.load_me 13 1 m10 LOAD_ME
        zugtyp_2.alarm 13 1 m20 ALARM
        zugtyp_2.alarm_8 13 1 m40 ALARM_8
        zugtyp_2.alarm_8p 13 1 m80 ALARM_8P
        zugtyp_3 14 1 x zugtyp_3
        zugtyp_3.notify 14 1 m1 NOTIFY
        zugtyp_3.ar_send 14 1 m2 AR_SEND
        zugtyp_3.bit2_res 14 1 m4 Reserved
        zugtyp_3.bit3_res 14 1 m8 Reserved
        zugtyp_3.bit4_res 14 1 m10 Reserved
        zugtyp_3.bit5_res 14 1 m20 Reserved
        zugtyp_3.bit6_res 14 1 m40 Reserved
        zugtyp_3.bit7_res 14 1 m80 Reserved
        zugtyp_4 15 1 x zugtyp_4
        zugtyp_5 16 1 x zugtyp_5
        zugtyp_6 17 1 x zugtyp_6
        zugtyp_6.x_send 17 1 m1 X_SEND
        zugtyp_6.x_rcv 17 1 m2 X_RCV
        zugtyp_6.x_get 17 1 m4 X_GET
        zugtyp_6.x_put 17 1 m8 X_PUT
        zugtyp_6.x_abort 17 1 m10 X_ABORT
        zugtyp_6.i_get 17 1 m20 I_GET
        zugtyp_6.i_put 17 1 m40 I_PUT
        zugtyp_6.i_abort 17 1 m80 I_ABORT
        zugtyp_7 18 1 x zugtyp_7
        zugtyp_7.scan_snd 18 1 m1 SCAN_SND
        zugtyp_7.alarm_sq 18 1 m2 ALARM_SQ
        zugtyp_7.alarm_s 18 1 m4 ALARM_S
        zugtyp_7.alarm_sc 18 1 m8 ALARM_SC
        zugtyp_7.en_msg 18 1 m10 EN_MSG
        zugtyp_7.dis_msg 18 1 m20 DIS_MSG
        zugtyp_7.control 18 1 m40 CONTROL
        zugtyp_7.bit7_res 18 1 m80 Reserved
        res1 19 1 b res1 (Reserved)
        max_sd_empf 20 2 d max_sd_empf (Maximum number of send and receive parameters per block)
        max_sd_al8p 22 2 d max_sd_al8p (Maximum number of send parameters for ALARM_8P)
        max_inst 24 2 d max_inst (Maximum number of instances for communication SFBs for configured connections)
        res2 26 2 b res2 (Reserved)
        verb_proj 28 1 x verb_proj (Connection configured (yes=1) possible)
        verb_prog 29 1 x verb_prog (Connection programmed (yes=1) possible)
        res3 30 10 b res3 (Reserved)
        @0131.0009
        index 0 2 x Index
        sync_k 2 1 x sync_k (Time synchronization C bus)
        sync_k.neutral 2 1 m1 Time-of-day synchronization neutral
        sync_k.slave 2 1 m2 Capable of being slave for time-of-day synchronization
        sync_k.master 2 1 m4 Capable of being master for time-of-day synchronization
        sync_mpi 3 1 x sync_mpi (Time synchronization via MPI)
        sync_mpi.neutral 3 1 m1 Time-of-day synchronization neutral
        sync_mpi.slave 3 1 m2 Capable of being slave for time-of-day synchronization
        sync_mpi.master 3 1 m4 Capable of being master for time-of-day synchronization
        sync_mfi 4 1 x sync_k (Time synchronization via MFI)
        sync_mfi.neutral 4 1 m1 Time-of-day synchronization neutral
        sync_mfi.slave 4 1 m2 Capable of being slave for time-of-day synchronization
        sync_mfi.master 4 1 m4 Capable of being master for time-of-day synchronization
        res1 5 1 x res1 (Reserved)
        abw_puf 6 2 d abw_puf (Clock deviation in ms/day when backed up)
        abw_5v 8 2 d abw_5v (Clock deviation in ms/day in 5V operation)
        anz_bsz 10 2 d anz_bsz (Number of run-time meters)
        res2 12 28 b res2 (Reserved)
        """;
}
