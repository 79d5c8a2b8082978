import Commands

runDigigov()
